import { useState } from 'react';
import { fixedSubnetOf } from '#catalog';
import { childrenOf, type Design, findResource, holdsOthers, type Resource, resourceKinds } from '#model';
import { Button, Icon, ResourceTile, styled, useAppState, useCommandContext } from '#ui';
import { ResourceMenu } from '../resource-menu/ResourceMenu.tsx';
import { ResourceRow } from './resource-row.ts';
import { Section } from './Section.tsx';
import { useGoTo } from './use-go-to.ts';

const List = styled('div')({ display: 'grid', padding: '0 8px' });
const Foot = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 6, padding: '6px 14px 0' });

/** Rows shown until the rest is asked for. */
const fewRows = 6;

const factOf = (design: Design, child: Resource): string => {
  if (child.kind === 'subnet') return child.addressPrefixes[0] ?? '';
  if (child.kind !== 'virtual-network-peering') return '';
  return `to ${findResource(design, child.remoteVirtualNetwork)?.name ?? 'a network not shown'}`;
};

function AddButton({ resource }: { resource: Resource }) {
  const { browser } = useCommandContext();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const onClose = (hasRun: boolean) => {
    setAnchor(undefined);
    // The button goes with the container that it was of: what was added is gone on with.
    if (hasRun) browser.focus('canvas');
  };
  return (
    <>
      <Button size="small" aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        <Icon icon="plus" size={12} />
        Add inside
      </Button>
      {anchor ? (
        <ResourceMenu resource={resource} anchor={anchor} start={['add']} host={{}} onClose={onClose} />
      ) : null}
    </>
  );
}

/** What lies in a container, and the way to put more into it. What is in a subnet stands among its addresses, unless Azure counts them. */
export function Contents({ resource }: { resource: Resource }) {
  const goTo = useGoTo();
  const design = useAppState((state) => state.design);
  const [isWhole, setWhole] = useState(false);
  if (!holdsOthers(resource.kind)) return null;
  const children = childrenOf(design, resource.id).toSorted(
    (one, other) => resourceKinds.indexOf(one.kind) - resourceKinds.indexOf(other.kind),
  );
  const isAmongAddresses = resource.kind === 'subnet' && !fixedSubnetOf(resource.name)?.isSizedByAzure;
  const listed = isAmongAddresses ? [] : children;
  const shown = isWhole ? listed : listed.slice(0, fewRows);
  const hidden = listed.length - shown.length;
  return (
    <Section
      title="Contents"
      isTitled={listed.length > 0 || children.length === 0}
      aside={children.length === 0 ? 'Nothing yet' : listed.length}
    >
      <List>
        {shown.map((child) => (
          <ResourceRow key={child.id} onClick={() => goTo(child.id)}>
            <ResourceTile kind={child.kind} size={18} />
            <span>{child.name}</span>
            <span className={child.kind === 'subnet' ? 'fact mono' : 'fact'}>{factOf(design, child)}</span>
          </ResourceRow>
        ))}
      </List>
      <Foot>
        {hidden > 0 ? (
          <Button size="small" onClick={() => setWhole(true)}>
            Show {hidden} more
          </Button>
        ) : null}
        <AddButton resource={resource} />
      </Foot>
    </Section>
  );
}
