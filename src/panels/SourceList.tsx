import Link from '@mui/material/Link';
import { styled } from '@mui/material/styles';
import type { Source } from '#catalog';
import { paint } from '#ui';

const List = styled('ul')({ listStyle: 'none', margin: '0 !important', padding: '0 !important' });
const Dates = styled('span')({ color: paint('t3'), marginLeft: 6 });

/** Where facts come from, with the day they were read and the page's own date. */
export const SourceList = ({ sources }: { sources: readonly Source[] }) => (
  <List>
    {sources.map((source) => (
      <li key={source.url}>
        <Link sx={{ display: 'inline-block', py: 1 }} href={source.url} target="_blank" rel="noreferrer">
          {source.title}
        </Link>
        <Dates>
          read {source.checkedOn}
          {source.pageDate === undefined ? '' : `, page of ${source.pageDate}`}
        </Dates>
      </li>
    ))}
  </List>
);
