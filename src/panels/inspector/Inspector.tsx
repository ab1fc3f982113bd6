import { styled } from '@mui/material/styles';
import { type KeyboardEvent, useMemo } from 'react';
import { findResource } from '#model';
import { paint, useAppState } from '#ui';
import { AddressSection } from './AddressSection.tsx';
import { ConnectCard } from './ConnectCard.tsx';
import { EffectiveSection } from './effective/EffectiveSection.tsx';
import { FindingCards } from './FindingCards.tsx';
import { Head } from './Head.tsx';
import { InspectedContext } from './inspected.ts';
import { OriginAndTags, Properties } from './Properties.tsx';
import { RequiredOutbound } from './RequiredOutbound.tsx';

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

/** On a row or a button these keys must not remove the resource that is being read. */
const keepResource = (event: KeyboardEvent) => {
  const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (!isField && (event.key === 'Delete' || event.key === 'Backspace')) event.preventDefault();
};

/** The selected resource: what is wrong with it, what it is, what takes effect in it. */
export function Inspector() {
  const resource = useAppState((state) => findResource(state.design, state.selection));
  const id = resource?.id;
  const inspected = useMemo(() => id && { resource: id, path: '' }, [id]);
  if (!resource) return null;
  return (
    <InspectedContext value={inspected}>
      <Panel
        data-region="right"
        data-focus="inspector"
        tabIndex={-1}
        aria-label="Inspector"
        key={resource.id}
        onKeyDown={keepResource}
      >
        <Head resource={resource} />
        <Body>
          <ConnectCard resource={resource} />
          <FindingCards resource={resource.id} />
          {resource.kind === 'subnet' ? <AddressSection subnet={resource.id} /> : null}
          <Properties resource={resource} />
          <RequiredOutbound resource={resource} />
          <EffectiveSection resource={resource} />
          <OriginAndTags resource={resource} />
        </Body>
      </Panel>
    </InspectedContext>
  );
}
