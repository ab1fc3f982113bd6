import type { Finding } from '#rules';
import { Icon, paint, styled } from '#ui';

type Hop = NonNullable<Finding['hops']>[number];

const List = styled('ol')({ display: 'grid', gap: 2, listStyle: 'none' });
const Step = styled('li')({
  display: 'flex',
  gap: 6,
  '& svg': { margin: '2px 0 0', color: paint('t2') },
  '&[data-outcome=blocks]': { color: paint('error'), fontWeight: 500 },
  '&[data-outcome=blocks] svg': { color: 'inherit' },
});

const signs: Readonly<Record<Hop['outcome'], string>> = {
  passes: 'check',
  blocks: 'blocked',
  unknown: 'info',
};

/** The way of the packet or query that was traced, as far as what stops it last; what lies behind that it never meets. */
export function TracedHops({ hops }: { hops: readonly Hop[] }) {
  const last = hops.findLastIndex(({ outcome }) => outcome !== 'passes');
  return (
    <List style={{ paddingLeft: 0 }}>
      {(last === -1 ? hops : hops.slice(0, last + 1)).map((hop, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the way, and one may come twice.
        <Step key={at} data-outcome={hop.outcome}>
          <Icon icon={signs[hop.outcome]} size={14} />
          {hop.text}
        </Step>
      ))}
    </List>
  );
}
