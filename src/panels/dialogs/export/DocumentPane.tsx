import { useId } from 'react';
import { type ExportFormat, exportFormatIds, formatFacts, formatGroups, lackFor } from '#commands';
import { Button, paint, styled, useAppState } from '#ui';
import { fadingEdges } from '../../fade.ts';
import { OmissionList } from './OmissionList.tsx';
import { RunStatus } from './RunStatus.tsx';
import { useExportRun } from './use-export-run.ts';

const Pane = styled('div')({ display: 'grid', gridTemplateRows: 'minmax(0, 1fr) auto', minHeight: 0 });
const List = styled('div')({ overflowY: 'auto', maskImage: fadingEdges });
/** What the last file could not hold, or why there is none: at the foot, so that no row moves under the pointer. */
const Foot = styled('section')({
  maxHeight: '30vh',
  overflowY: 'auto',
  padding: '10px 24px 12px',
  fontSize: 12,
  lineHeight: '17px',
  boxShadow: `0 -1px 0 ${paint('line')}`,
  '& h3': { margin: '0 0 4px', fontSize: 12, lineHeight: '16px', fontWeight: 600 },
  '& p': { margin: 0 },
});
const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(380px, 1fr))',
  alignContent: 'start',
  gap: '18px 40px',
  '& > div': { display: 'grid', alignContent: 'start', gap: 18 },
  padding: '16px 24px 20px',
  '& h3': { margin: '0 0 4px', fontSize: 12, lineHeight: '16px', fontWeight: 600, color: paint('t2') },
});
const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto auto',
  alignItems: 'center',
  gap: 8,
  padding: '9px 0',
  borderTop: `1px solid ${paint('line')}`,
  '& strong': { fontSize: 12.5, fontWeight: 600 },
  // Beside the name, so that what the document is stays to be read, and nothing moves.
  '& [role=status]': { marginLeft: 8, fontSize: 12, color: paint('t2') },
  '& .text': { fontSize: 12, lineHeight: '17px', color: paint('t2'), textWrap: 'pretty' },
  '& .about': { display: 'grid', '& > *': { gridArea: '1 / 1', minHeight: 17 } },
  '& .text:not(:only-child)': { visibility: 'hidden' },
});

const groups = formatGroups
  .filter((group) => group !== 'Pictures')
  .map((group) => ({ group, formats: exportFormatIds.filter((id) => formatFacts(id).group === group) }))
  .filter(({ formats }) => formats.length > 0);

/** Two columns as even as the groups allow: each group goes to the shorter one. */
const columns = groups.reduce<readonly (typeof groups)[]>(
  ([left = [], right = []], group) => {
    const [one, other] = [left, right].map((column) =>
      column.reduce((sum, { formats }) => sum + formats.length, 0),
    );
    return (one ?? 0) <= (other ?? 0) ? [[...left, group], right] : [left, [...right, group]];
  },
  [[], []],
);

/** Every format but the pictures, each with what it cannot say. */
export function DocumentPane() {
  const run = useExportRun();
  const foot = useId();
  const design = useAppState((state) => state.design);
  const last = run.last;
  const row = (format: ExportFormat) => {
    const { title, text } = formatFacts(format);
    const lack = lackFor(format, design);
    const isOff = lack !== undefined || run.running !== undefined;
    const isRunning = run.running?.format === format;
    const outcome = run.outcomes.get(format);
    return (
      <Row key={format} role="group" aria-label={title}>
        <div>
          <strong>{title}</strong>
          {isRunning || outcome ? <span role="status">{isRunning ? '' : outcome?.text}</span> : null}
          <div className="about">
            <span className="text">{lack ?? text}</span>
            {isRunning && run.running?.isLong ? <RunStatus run={run} /> : null}
          </div>
        </div>
        <Button disabled={lack !== undefined} aria-disabled={isOff} onClick={() => run.copy(format)}>
          Copy
        </Button>
        <Button
          disabled={lack !== undefined}
          aria-disabled={isOff}
          onClick={() => run.save(format)}
          style={{ minWidth: 64 }}
        >
          Save
        </Button>
      </Row>
    );
  };
  return (
    <Pane>
      <List>
        <Columns>
          {columns.map((column) => (
            <div key={column[0]?.group}>
              {column.map(({ group, formats }) => (
                <section key={group}>
                  <h3>{group}</h3>
                  {formats.map(row)}
                </section>
              ))}
            </div>
          ))}
        </Columns>
      </List>
      {last && (last.fault !== undefined || last.omissions.length > 0) ? (
        <Foot aria-labelledby={foot}>
          <h3 id={foot}>{formatFacts(last.format).title}</h3>
          {last.fault === undefined ? null : <p role="alert">{last.fault}</p>}
          <OmissionList omissions={last.omissions} />
        </Foot>
      ) : null}
    </Pane>
  );
}
