import { requiredOutbound } from '#catalog';
import { Choice, Select, Switch } from '#material';
import { edits, type Goals, goalsOf } from '#model';
import { Button, FilterChip, paint, Segments, styled, useAppState, useAppStore } from '#ui';
import { softwareTitles } from '../software-titles.ts';
import { CustomRulesList } from './CustomRulesList.tsx';

const Form = styled('div')({ width: 340, padding: '14px 16px', display: 'grid', gap: 10 });
const Heading = styled('h2')({ margin: 0, fontSize: 13, lineHeight: '18px', fontWeight: 650 });
const Quiet = styled('p')({ margin: 0, fontSize: 12, lineHeight: '17px', color: paint('t2') });
const Row = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 12,
});
const Label = styled('span')({ fontSize: 12, fontWeight: 500 });
const Chips = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 6 });
const Line = styled('hr')({ width: '100%', height: 1, margin: 0, border: 0, backgroundColor: paint('line') });

const clouds: readonly [Goals['cloud'], string][] = [
  ['public', 'Azure'],
  ['us-government', 'Azure Government'],
  ['china', 'Azure operated by 21Vianet'],
];
/** What the catalogue knows hosts of. */
const software: readonly string[] = [
  ...new Set(requiredOutbound.flatMap((requirement) => requirement.software ?? [])),
];

/** States the goals, each an undo step of its own. */
export function GoalsForm() {
  const store = useAppStore();
  const design = useAppState((state) => state.design);
  const goals = goalsOf(design);
  const isUnstated = Object.values(design.goals).every((goal) => goal === undefined);

  const state = (label: string, change: Parameters<typeof edits.stateGoals>[1]) =>
    store.getState().edit(label, (before) => edits.stateGoals(before, change));
  const toggle = (id: string) =>
    state('state the software', {
      software: goals.software.includes(id)
        ? goals.software.filter((one) => one !== id)
        : [...goals.software, id],
    });

  return (
    <Form>
      <Heading>Goals</Heading>
      <Quiet>
        {isUnstated
          ? 'Nothing is stated yet, so the design is judged by the strictest: private, exfiltration prevented, outbound approved one by one.'
          : 'The design is judged by these goals. One that is not stated counts as the strictest.'}
      </Quiet>
      <Row>
        <Label>Workspace</Label>
        <Segments
          label="Workspace"
          value={design.goals.workspace}
          options={[
            { value: 'private', title: 'Private' },
            { value: 'public', title: 'Public' },
          ]}
          onChange={(workspace) => state('state the workspace goal', { workspace })}
        />
      </Row>
      <Row>
        <Label>Exfiltration prevention</Label>
        <Segments
          label="Exfiltration prevention"
          value={design.goals.exfiltrationPrevention}
          options={[
            { value: 'on', title: 'On' },
            { value: 'off', title: 'Off' },
          ]}
          onChange={(exfiltrationPrevention) =>
            state('state the exfiltration goal', { exfiltrationPrevention })
          }
        />
      </Row>
      <Row>
        <Label>Internet outbound</Label>
        <Segments
          label="Internet outbound"
          value={design.goals.internetOutbound}
          options={[
            { value: 'approved', title: 'Approved only' },
            { value: 'allowed', title: 'Allowed' },
          ]}
          onChange={(internetOutbound) => state('state the outbound goal', { internetOutbound })}
        />
      </Row>
      <Row>
        <Label>Cloud</Label>
        <Select
          value={goals.cloud}
          inputProps={{ 'aria-label': 'Cloud' }}
          onChange={(event) => state('state the cloud', { cloud: event.target.value })}
        >
          {clouds.map(([id, title]) => (
            <Choice key={id} value={id}>
              {title}
            </Choice>
          ))}
        </Select>
      </Row>
      <Label>Software that must be reachable</Label>
      <Chips>
        {software.map((id) => (
          <FilterChip key={id} isOn={goals.software.includes(id)} onClick={() => toggle(id)}>
            {softwareTitles[id] ?? id}
          </FilterChip>
        ))}
      </Chips>
      {isUnstated ? null : (
        <Button
          size="small"
          variant="text"
          style={{ justifySelf: 'start', marginLeft: -8 }}
          onClick={() => store.getState().edit('clear the goals', (before) => ({ ...before, goals: {} }))}
        >
          Clear all goals
        </Button>
      )}
      <Line />
      <CustomRulesList />
      {design.source.format === 'azure-export' ? (
        <>
          <Line />
          <Row>
            <Label id="complete">This file holds everything</Label>
            <Switch
              checked={design.source.complete}
              slotProps={{ input: { 'aria-labelledby': 'complete' } }}
              onChange={(_, complete) =>
                store
                  .getState()
                  .edit(complete ? 'declare the export complete' : 'declare the export partial', (before) =>
                    edits.declareComplete(before, complete),
                  )
              }
            />
          </Row>
          <Quiet>
            Off: what the file does not show may exist, as zones, hubs and peers in other subscriptions do,
            and checks that need it say “not decided”. On: what the file does not show is missing.
          </Quiet>
        </>
      ) : null}
    </Form>
  );
}
