import type { Source } from '#catalog';
import { paint, styled } from '#ui';

const List = styled('ul')({ listStyle: 'none', margin: '0 !important', padding: '0 !important' });
const Link = styled('a')({
  display: 'inline-block',
  padding: '4px 0',
  color: paint('you'),
  fontWeight: 550,
  textDecorationColor: `color-mix(in srgb, ${paint('ink')} 40%, transparent)`,
  '&:hover': { textDecorationColor: 'inherit' },
});
const Dates = styled('span')({
  color: paint('t3'),
  '& > span': { whiteSpace: 'nowrap' },
  // With its age it is too long to stand behind a title.
  '&[data-has-age=true]': { display: 'block', marginTop: -4 },
});

const day = 86_400_000;

/** `, 3 days ago`. */
const ageOf = (checkedOn: string, today: string): string => {
  const days = Math.round((Date.parse(today) - Date.parse(checkedOn)) / day);
  return days < 1 ? ', today' : `, ${days} ${days === 1 ? 'day' : 'days'} ago`;
};

/** Where facts come from, with the day they were read and the page's own date. */
export const SourceList = ({
  sources,
  today,
}: {
  sources: readonly Source[];
  /** ISO date; with it, the age is told. */
  today?: string;
}) => (
  <List>
    {sources.map((source) => (
      <li key={source.url}>
        <Link href={source.url} target="_blank" rel="noreferrer">
          {source.title}
        </Link>{' '}
        <Dates data-has-age={today !== undefined}>
          <span>read {source.checkedOn}</span>
          {today === undefined ? '' : ageOf(source.checkedOn, today)}
          {source.pageDate === undefined ? null : (
            <>
              , <span>page of {source.pageDate}</span>
            </>
          )}
        </Dates>
      </li>
    ))}
  </List>
);
