import { blockedOutboundAt, openRequiredOutbound } from '#commands';
import { findResource, type Resource, type ResourceKind } from '#model';
import { Button, Icon, paint, styled, useAppState, useCommandContext } from '#ui';
import { isPassedByRequired } from './passed-by-required.ts';
import { Section } from './Section.tsx';

const Body = styled('div')({
  display: 'grid',
  gap: 8,
  justifyItems: 'start',
  padding: '0 14px',
  fontSize: 12,
  lineHeight: '17px',
  color: paint('t2'),
  '& p': { margin: 0 },
});

/** Where rules decide what may leave. */
const holders: ReadonlySet<ResourceKind> = new Set([
  'network-security-group',
  'azure-firewall',
  'firewall-policy',
]);

/** What Azure Machine Learning needs and these rules hold back, and the one step that opens it. */
export function RequiredOutbound({ resource }: { resource: Resource }) {
  const context = useCommandContext();
  const findings = useAppState((state) => state.result.findings);
  const design = useAppState((state) => state.design);
  const isChecked = useAppState((state) => state.checkedInMs !== undefined);
  if (!holders.has(resource.kind) || !isChecked) return null;
  // A firewall with a policy has its rules there.
  const policy =
    resource.kind === 'azure-firewall' ? findResource(design, resource.firewallPolicy) : undefined;
  const holder = policy ?? resource;
  const blocked = blockedOutboundAt(findings, holder.id);
  const first = blocked.find(({ fixes }) => fixes.length > 0) ?? blocked[0];
  const changes = first?.fixes[0]?.changes.length ?? 0;
  return (
    <Section title="Required outbound">
      <Body>
        {first ? (
          <>
            <p>{first.text}.</p>
            {changes > 0 ? <p>{first.fixes[0]?.title}.</p> : null}
            {changes > 0 ? (
              <Button size="small" variant="contained" onClick={() => openRequiredOutbound(context, holder)}>
                <Icon icon="plus" size={12} />
                Add the required outbound rules{changes > 1 ? `, ${changes} changes` : ''}
              </Button>
            ) : (
              <p>{first.remedy}</p>
            )}
          </>
        ) : (
          <p>
            {isPassedByRequired(design, resource)
              ? 'All that Azure Machine Learning itself requires may pass here.'
              : 'Nothing that Azure Machine Learning itself requires passes here yet.'}
          </p>
        )}
      </Body>
    </Section>
  );
}
