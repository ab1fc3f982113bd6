import { useRef } from 'react';
import { renameTo } from '#commands';
import { placeName } from '#drawing';
import { findResource, kinds, type Resource } from '#model';
import {
  Icon,
  IconButton,
  paint,
  ResourceTile,
  styled,
  useAppState,
  useAppStore,
  useCommandContext,
} from '#ui';
import { MoreButton } from '../resource-menu/MoreButton.tsx';
import { TextControl } from './controls/TextControl.tsx';
import { PanelHead } from './panel.ts';
import { QuietLink } from './quiet-link.ts';
import { useGoTo } from './use-go-to.ts';

/** From so many letters on a name is written smaller. */
const longName = 23;

const Words = styled('div')({
  flex: 1,
  minWidth: 0,
  '& textarea': {
    fontSize: '14px !important',
    fontWeight: '650 !important',
    letterSpacing: '-0.005em',
  },
  // A line holds most names whole.
  '&[data-is-long=true] textarea': { fontSize: '13px !important' },
  '& .kind': {
    // Below the buttons, too: what a thing is and where it lies have the whole width.
    margin: '0 -64px 0 0',
    padding: '4px 0 4px 6px',
    fontSize: 12,
    lineHeight: '16px',
    color: paint('t2'),
    overflowWrap: 'anywhere',
  },
  // A finger needs more than a line has: that is no reason to part the lines.
  '& .kind > button': { marginBlock: -4 },
});

/** What it is: a gateway of the type that it has, a region with the name that Azure gives it. */
function kindInWords(resource: Resource): string {
  const { title } = kinds[resource.kind];
  if (resource.kind === 'internet') return 'Outside of every network of the design';
  if (resource.kind === 'region')
    return resource.name === placeName(resource) ? title : `${title} ${resource.name}`;
  if (resource.kind !== 'virtual-network-gateway') return title;
  return resource.gatewayType === 'Vpn' ? 'VPN gateway' : 'ExpressRoute gateway';
}

/** The name that words written for one stand for: a region may be written as people know it. */
const nameOfWords = ({ kind }: Resource, words: string): string =>
  kind === 'region' ? words.replaceAll(/\s+/g, '').toLowerCase() : words.replaceAll(/\s+/g, ' ');

/** Name, kind and container of the selected resource. */
export function Head({ resource }: { resource: Resource }) {
  const store = useAppStore();
  const context = useCommandContext();
  const goTo = useGoTo();
  const container = useAppState((state) => findResource(state.design, resource.parent));
  const words = useRef<HTMLDivElement>(null);
  const rename = (draft: string) => renameTo(context, resource.id, nameOfWords(resource, draft));
  return (
    <PanelHead>
      <ResourceTile kind={resource.kind} size={36} />
      <Words ref={words} data-is-long={resource.name.length > longName}>
        <TextControl
          label="Name"
          value={placeName(resource)}
          isMultiline
          isTakenWhole
          faultOf={() => undefined}
          onCommit={rename}
        />
        <div className="kind">
          <span>
            {kindInWords(resource)}
            {container ? ' in ' : ''}
            {resource.presence === 'not-shown' ? ', exists but not shown' : ''}
          </span>
          {container ? (
            <QuietLink type="button" onClick={() => goTo(container.id)}>
              {placeName(container)}
            </QuietLink>
          ) : null}
        </div>
      </Words>
      <MoreButton resource={resource} rename={() => words.current?.querySelector('textarea')?.focus()} />
      <IconButton
        aria-label="Close the inspector"
        onClick={() => {
          store.getState().select(undefined);
          context.browser.focus('canvas');
        }}
      >
        <Icon icon="close" size={16} />
      </IconButton>
    </PanelHead>
  );
}
