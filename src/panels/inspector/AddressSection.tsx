import { useDeferredValue } from 'react';
import type { ResourceId } from '#model';
import { deriveNetwork } from '#network';
import { paint, styled, useAppState } from '#ui';
import { QuietLink } from './quiet-link.ts';
import { Section } from './Section.tsx';
import { useGoTo } from './use-go-to.ts';

const Bar = styled('div')({
  display: 'flex',
  height: 8,
  margin: '2px 14px 8px',
  borderRadius: 3,
  overflow: 'hidden',
  backgroundColor: paint('press'),
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
  '& small': { display: 'block', fontSize: 11, lineHeight: '15px', color: paint('t3') },
});
const Text = styled('p')({ margin: '0 14px', fontSize: 12, color: paint('t2') });

/** From this share on a subnet counts as nearly full. */
const nearlyFull = 0.8;

/** How full a subnet is when everything in it has its largest size, and what takes the addresses. */
export function AddressSection({ subnet }: { subnet: ResourceId }) {
  const design = useDeferredValue(useAppState((state) => state.design));
  const goTo = useGoTo();
  const usage = deriveNetwork(design).addressing(subnet);
  if (usage.isSizedByAzure)
    return (
      <Section title="Addresses">
        <Text>Azure decides how many addresses it uses here.</Text>
      </Section>
    );
  const share = usage.capacity > 0 ? usage.used / usage.capacity : 0;
  const hue = share > 1 ? 'error' : share >= nearlyFull ? 'warning-fill' : 'network';
  return (
    <Section title="Addresses" aside={`${usage.used} of ${usage.capacity} at most`}>
      <Bar aria-hidden="true">
        {usage.uses.map((use) => (
          <span
            key={`${use.resource ?? ''}${use.label}`}
            style={{
              width: `${(use.count / Math.max(usage.capacity, usage.used, 1)) * 100}%`,
              backgroundColor: paint(hue),
            }}
          />
        ))}
      </Bar>
      <Uses>
        {usage.uses.map(({ resource, label, arithmetic, count }) => [
          <dt key={`${resource ?? ''}${label}`} title={label}>
            {resource === undefined ? (
              <span>{label}</span>
            ) : (
              <QuietLink type="button" onClick={() => goTo(resource)}>
                {label}
              </QuietLink>
            )}
            {arithmetic === undefined ? null : <small>{arithmetic}</small>}
          </dt>,
          <dd key={`${resource ?? ''}${label} count`}>{count}</dd>,
        ])}
        <dt>
          <span>Free</span>
          <small>5 more are kept by Azure</small>
        </dt>
        <dd style={usage.free < 0 ? { color: paint('error'), fontWeight: 600 } : undefined}>{usage.free}</dd>
      </Uses>
    </Section>
  );
}
