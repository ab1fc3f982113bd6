import { useDeferredValue } from 'react';
import { findResource, type ResourceId } from '#model';
import { deriveNetwork } from '#network';
import { paint, styled, useAppState } from '#ui';
import { type AddressRow, addressRows } from './address-rows.ts';
import { QuietLink } from './quiet-link.ts';
import { Section } from './Section.tsx';
import { useFixed } from './use-fixed.ts';
import { useGoTo } from './use-go-to.ts';

const Bar = styled('div')({
  display: 'flex',
  height: 8,
  margin: '2px 14px 8px',
  borderRadius: 3,
  overflow: 'hidden',
  backgroundColor: paint('press'),
  '@media (forced-colors: active)': { forcedColorAdjust: 'none', outline: '1px solid CanvasText' },
});
const Uses = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '0 12px',
  margin: 0,
  padding: '0 14px',
  fontSize: 12,
  lineHeight: '16px',
  '& > *': { padding: '5px 0' },
  '& dt': { color: paint('t2') },
  '& dt > button': { marginBlock: -4 },
  '& dt > span': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& dd': { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  '& b': { fontWeight: 550, color: paint('you') },
  '& small': { display: 'block', fontSize: 11, lineHeight: '15px', color: paint('t3') },
});
const Aside = styled('span')({ '& b': { fontWeight: 550, color: paint('you') } });
const Text = styled('p')({ margin: '0 14px', fontSize: 12, color: paint('t2') });

/** From this share on a subnet counts as nearly full. */
const nearlyFull = 0.8;

/** A figure, and what the fix that is previewed makes of it. */
const Figure = ({ now, then }: { now: number | string; then: number | string | undefined }) => (
  <>
    {now}
    {then === undefined || then === now ? null : <b title="After the fix that is previewed"> → {then}</b>}
  </>
);

const widthOf = ({ count, after = count }: AddressRow) => Math.max(count, after);

/** How full a subnet is when everything in it has its largest size, and what takes the addresses. */
export function AddressSection({ subnet }: { subnet: ResourceId }) {
  const design = useDeferredValue(useAppState((state) => state.design));
  const goTo = useGoTo();
  const fixed = useFixed();
  const usage = deriveNetwork(design).addressing(subnet);
  const after = fixed && findResource(fixed, subnet) ? deriveNetwork(fixed).addressing(subnet) : usage;
  const rows = addressRows(usage, after);
  const said = (one: typeof usage) => `${one.used} of ${one.capacity}`;
  if (usage.isSizedByAzure)
    return (
      <Section title="Addresses">
        <Text>Azure decides how many addresses it uses here.</Text>
      </Section>
    );
  const whole = Math.max(
    after.capacity,
    after.used,
    rows.reduce((sum, row) => sum + widthOf(row), 0),
    1,
  );
  const share = usage.capacity > 0 ? usage.used / usage.capacity : 0;
  const hue = share > 1 ? 'error' : share >= nearlyFull ? 'warning-fill' : 'network';
  return (
    <Section
      title="Addresses"
      aside={
        <Aside>
          <Figure now={said(usage)} then={said(after)} /> at most
        </Aside>
      }
    >
      <Bar aria-hidden="true">
        {rows.map((row) => (
          <span
            key={row.key}
            style={{
              width: `${(widthOf(row) / whole) * 100}%`,
              backgroundColor: paint(row.after === undefined ? hue : 'you'),
            }}
          />
        ))}
      </Bar>
      <Uses>
        {rows.map(({ key, resource, label, arithmetic, count, after: then }) => [
          <dt key={key} title={label}>
            {resource === undefined || !findResource(design, resource) ? (
              <span>{label}</span>
            ) : (
              <QuietLink type="button" onClick={() => goTo(resource)}>
                {label}
              </QuietLink>
            )}
            {arithmetic === undefined ? null : <small>{arithmetic}</small>}
          </dt>,
          <dd key={`${key} count`}>
            <Figure now={count} then={then} />
          </dd>,
        ])}
        <dt>
          <span>Free</span>
          <small>5 more are kept by Azure</small>
        </dt>
        <dd style={usage.free < 0 ? { color: paint('error'), fontWeight: 600 } : undefined}>
          <Figure now={usage.free} then={after.free} />
        </dd>
      </Uses>
    </Section>
  );
}
