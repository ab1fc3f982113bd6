import { styled } from '@mui/material/styles';
import { findResource } from '#model';
import { paint, useAppState } from '#ui';
import { AddressSection } from './AddressSection.tsx';
import { ConnectCard } from './ConnectCard.tsx';
import { EffectiveSection } from './EffectiveSection.tsx';
import { FindingCards } from './FindingCards.tsx';
import { Head } from './Head.tsx';
import { Properties } from './Properties.tsx';

const Panel = styled('aside')({
  gridArea: 'right',
  width: 320,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  backgroundColor: paint('panel'),
  borderLeft: `1px solid ${paint('line')}`,
});
const Body = styled('div')({ flex: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden', paddingTop: 2 });

/** The selected resource: what is wrong with it, what it is, what takes effect in it. */
export function Inspector() {
  const resource = useAppState((state) => findResource(state.design, state.selection));
  if (!resource) return null;
  return (
    <Panel data-region="right" tabIndex={-1} aria-label="Inspector" key={resource.id}>
      <Head resource={resource} />
      <Body>
        <ConnectCard resource={resource} />
        <FindingCards resource={resource.id} />
        {resource.kind === 'subnet' ? <AddressSection subnet={resource.id} /> : null}
        <Properties resource={resource} />
        {resource.kind === 'subnet' ? <EffectiveSection subnet={resource.id} /> : null}
      </Body>
    </Panel>
  );
}
