import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { open } from '#commands';
import { Icon, paint, useCommand } from '#ui';

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
      <span className="text">Several open as one design, a damaged one as far as it can.</span>
      <Button size="small" onClick={openFile.run} sx={{ mt: 1.5 }}>
        Choose files
      </Button>
    </Drop>
  );
}
