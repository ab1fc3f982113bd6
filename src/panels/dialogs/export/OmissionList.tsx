import type { Omission } from '#commands';
import { paint, styled } from '#ui';

const List = styled('ul')({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  display: 'grid',
  gap: 6,
  fontSize: 12,
  lineHeight: '17px',
  color: paint('t2'),
  overflowWrap: 'anywhere',
  '& strong': { display: 'block', fontWeight: 500, color: paint('t1') },
  textWrap: 'pretty',
});

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a format could not hold, and why. */
export const OmissionList = ({ omissions }: { omissions: readonly Omission[] }) =>
  omissions.length === 0 ? null : (
    <List>
      {omissions.map(({ what, because }) => (
        <li key={`${what} ${because}`}>
          <strong>Without {what}</strong>
          {capital(because)}
        </li>
      ))}
    </List>
  );
