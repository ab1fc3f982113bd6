import { LinearProgress } from '#material';
import { Button, paint, styled } from '#ui';
import type { ExportRun } from './use-export-run.ts';

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'center',
  gap: 10,
  minHeight: 24,
  fontSize: 12,
  lineHeight: '17px',
  color: paint('t2'),
});
const Bar = styled(LinearProgress)({
  height: 5,
  borderRadius: 3,
  marginTop: 4,
  backgroundColor: paint('press'),
  '& .MuiLinearProgress-bar': { backgroundColor: paint('ink'), borderRadius: 3 },
});

/** What an export that takes its time is doing. */
export function RunStatus({ run: { running, cancel } }: { run: ExportRun }) {
  const percent = running?.part === undefined ? undefined : Math.round(running.part * 100);
  return (
    <Row>
      <div>
        {percent === undefined ? 'Preparing' : `Drawing, ${percent} %`}
        <Bar
          aria-label="Progress of the export"
          {...(percent === undefined ? {} : { variant: 'determinate', value: percent })}
        />
      </div>
      <Button size="small" onClick={cancel}>
        Cancel
      </Button>
    </Row>
  );
}
