import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { ancestorsOf, findResource, kinds } from '#model';
import { Icon, paint, ResourceTile, useAppState, useAppStore } from '#ui';

const Panel = styled('aside')({
  gridArea: 'right',
  width: 320,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  backgroundColor: paint('panel'),
  borderLeft: `1px solid ${paint('line')}`,
});
const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  padding: '12px 10px 10px 14px',
});

/** The selected resource. */
export function Inspector() {
  const store = useAppStore();
  const design = useAppState((state) => state.design);
  const resource = useAppState((state) => findResource(state.design, state.selection));
  if (!resource) return null;
  const [container] = ancestorsOf(design, resource.id);
  return (
    <Panel data-region="right" tabIndex={-1} aria-label="Inspector">
      <Head>
        <ResourceTile kind={resource.kind} size={36} />
        <div style={{ flex: 1, minWidth: 0 }}>
          <strong>{resource.name}</strong>
          <div>
            {kinds[resource.kind].title}
            {container ? ` in ${container.name}` : ''}
          </div>
        </div>
        <IconButton size="small" aria-label="Close" onClick={() => store.getState().select(undefined)}>
          <Icon icon="close" size={16} />
        </IconButton>
      </Head>
    </Panel>
  );
}
