import { useDeferredValue, useState } from 'react';
import { placeName } from '#drawing';
import {
  childrenOf,
  type Design,
  holdsOthers,
  type Resource,
  type ResourceKind,
  referencesOf,
  resourceKinds,
} from '#model';
import { deriveNetwork, parsePrefix } from '#network';
import { Button, Icon, ResourceTile, styled, useAppState, useCommandContext } from '#ui';
import { factInWords } from '../fact-in-words.ts';
import { ResourceMenu } from '../resource-menu/ResourceMenu.tsx';
import { ResourceRow } from './resource-row.ts';
import { Section } from './Section.tsx';
import { useGoTo } from './use-go-to.ts';

const List = styled('div')({ display: 'grid', padding: '0 8px' });
const Foot = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 6, padding: '6px 14px 0' });

/** Rows shown until the rest is asked for. */
const fewRows = 6;

/** Of what is told apart by it rather than by its name. */
const factOf = (design: Design, child: Resource): string =>
  child.kind === 'subnet' || child.kind === 'virtual-network-peering' ? factInWords(design, child) : '';

/** Of what has addresses, the first one. */
const firstAddress = (one: Resource): number =>
  one.kind === 'subnet' || one.kind === 'virtual-network'
    ? (parsePrefix(one.addressPrefixes[0] ?? '')?.first ?? 0)
    : 0;

/** Kind by kind as in the palette, and what has addresses in the order of these. */
const inOrder = (one: Resource, other: Resource): number =>
  resourceKinds.indexOf(one.kind) - resourceKinds.indexOf(other.kind) ||
  firstAddress(one) - firstAddress(other);

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

/** Resources that lead to themselves: a few, and the rest when it is asked for. Those of a kind stand together. */
function ResourceList({ resources }: { resources: readonly Resource[] }) {
  const goTo = useGoTo();
  const design = useAppState((state) => state.design);
  const [isWhole, setWhole] = useState(false);
  const listed = resources.toSorted(inOrder);
  const shown = isWhole ? listed : listed.slice(0, fewRows);
  const hidden = listed.length - shown.length;
  return (
    <>
      <List>
        {shown.map((one) => (
          <ResourceRow key={one.id} onClick={() => goTo(one.id)}>
            <ResourceTile kind={one.kind} size={18} />
            <span>{placeName(one)}</span>
            <span className={one.kind === 'subnet' ? 'fact mono' : 'fact'}>{factOf(design, one)}</span>
          </ResourceRow>
        ))}
      </List>
      {hidden > 0 ? (
        <Foot>
          <Button size="small" onClick={() => setWhole(true)}>
            Show {hidden} more
          </Button>
        </Foot>
      ) : null}
    </>
  );
}

/** What lies in a container, and the way to put more into it. What takes addresses of a subnet stands among these. */
export function Contents({ resource }: { resource: Resource }) {
  const design = useDeferredValue(useAppState((state) => state.design));
  if (!holdsOthers(resource.kind)) return null;
  const children = childrenOf(design, resource.id);
  const usage = resource.kind === 'subnet' ? deriveNetwork(design).addressing(resource.id) : undefined;
  const above = new Set(usage?.isSizedByAzure ? [] : usage?.uses.map((use) => use.resource));
  const listed = children.filter(({ id }) => !above.has(id));
  return (
    <Section
      title="Contents"
      isTitled={listed.length > 0 || children.length === 0}
      aside={children.length === 0 ? 'Nothing yet' : listed.length}
    >
      <ResourceList resources={listed} />
      <Foot>
        <AddButton resource={resource} />
      </Foot>
    </Section>
  );
}

/** Kinds that do nothing by themselves. */
const serving: ReadonlySet<ResourceKind> = new Set([
  'application-security-group',
  'firewall-policy',
  'ip-group',
  'nat-gateway',
  'network-interface',
  'network-security-group',
  'public-ip-address',
  'route-table',
  'service-endpoint-policy',
]);

/** What names a resource that counts only for others. */
export function Users({ resource: { id, kind } }: { resource: Resource }) {
  const design = useAppState((state) => state.design);
  const isResolver = kind === 'dns-private-resolver';
  if (!serving.has(kind) && !isResolver) return null;
  const users = design.resources.filter(
    (one) => referencesOf(one).includes(id) && (!isResolver || one.kind === 'dns-resolver-endpoint'),
  );
  return (
    <Section
      title={isResolver ? 'Endpoints' : 'Used by'}
      aside={users.length === 0 ? 'Nothing yet' : users.length}
    >
      <ResourceList resources={users} />
    </Section>
  );
}
