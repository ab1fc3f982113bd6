import { allOpenConnections, connectEndpoint } from '#commands';
import type { Resource } from '#model';
import { Button, paint, ResourceTile, styled, useAppState, useCommandContext } from '#ui';

/** Services offered; the rest is in the field below. */
const most = 6;

const Card = styled('section')({
  display: 'grid',
  gap: 6,
  margin: '12px 14px',
  padding: '10px 12px 12px',
  borderRadius: 12,
  backgroundColor: paint('you-tint'),
  boxShadow: `0 0 0 1px ${paint('you-line')}`,
  '& h2': { margin: 0, fontSize: 12, lineHeight: '18px', fontWeight: 600 },
  '& p': { margin: 0, fontSize: 12, lineHeight: '17px', color: paint('t2') },
  '& button': { justifyContent: 'flex-start', gap: 8, overflow: 'hidden' },
  '& .group': { marginLeft: 'auto', paddingLeft: 8, fontWeight: 400, color: paint('t2') },
  '& .name': { overflow: 'hidden', textOverflow: 'ellipsis' },
});

/** Asks a private endpoint that serves nothing yet what it is for; one click answers. */
export function ConnectCard({ resource }: { resource: Resource }) {
  const context = useCommandContext();
  const design = useAppState((state) => state.design);
  if (resource.kind !== 'private-endpoint' || resource.target !== undefined) return null;
  const connections = allOpenConnections(design).slice(0, most);
  return (
    <Card aria-label="Connect the endpoint">
      <h2>Which service gets an address here?</h2>
      {connections.length === 0 ? (
        <p>Every service here has its private endpoints. Add another one first.</p>
      ) : null}
      {connections.map((connection) => (
        <Button
          key={`${connection.service.id} ${connection.groupId}`}
          onClick={() => connectEndpoint(context, resource.id, connection)}
        >
          <ResourceTile kind={connection.service.kind} size={18} />
          <span className="name">{connection.service.name}</span>
          <span className="group">{connection.groupId}</span>
        </Button>
      ))}
    </Card>
  );
}
