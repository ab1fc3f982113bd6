import { open } from '#commands';
import { Button, Icon, paint, styled, useCommand } from '#ui';

const Drop = styled('div')({
  display: 'grid',
  justifyItems: 'center',
  gap: 6,
  padding: '22px 16px',
  borderRadius: 12,
  border: `1px dashed ${paint('line3')}`,
  textAlign: 'center',
  '& strong': { fontSize: 13, fontWeight: 600 },
  '& .text, & > svg': { color: paint('t2') },
});

/** Where files are dropped; the whole window takes them. */
export function DropCard() {
  const openFile = useCommand(open);
  return (
    <Drop>
      <Icon icon="open" size={24} />
      <strong>Drop files to open them</strong>
      <span className="text">Several open as one design. A damaged file opens in part.</span>
      <Button size="small" onClick={openFile.run} style={{ marginTop: 6 }}>
        Choose files
      </Button>
    </Drop>
  );
}
