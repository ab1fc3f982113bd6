import { Select } from '#material';
import { Input, paint, type Style, styled, TextArea } from '#ui';

/** What is being changed. */
export const focused: Style = { boxShadow: `inset 0 0 0 2px ${paint('you')}` };

/** Beyond the axis of the signs, so that the ring is clear of them. */
const beyond = 'calc(100% + 6px)';

/** A field that looks like the text it holds until it is pointed at. */
const quiet: Style = {
  width: '100%',
  minHeight: 26,
  padding: '0 6px',
  '&:has(> .pen)': { width: beyond, paddingRight: 24 },
  '& > .pen': { position: 'absolute', top: 7, right: 8, color: paint('t3'), pointerEvents: 'none' },
  '@media (pointer: coarse)': { '& > .pen': { top: 11 } },
  '&:hover > .pen': { color: paint('t2') },
  '&:focus-within > .pen': { opacity: 0 },
  borderRadius: 7,
  fontSize: 12,
  lineHeight: '16px',
  color: paint('t1'),
  '&:hover': { boxShadow: `inset 0 0 0 1px ${paint('line3')}` },
  '&:focus-within': { ...focused, backgroundColor: paint('panel') },
  '&:has([aria-invalid=true])': { boxShadow: `inset 0 0 0 1.5px ${paint('error')}` },
  '& input, & textarea': { padding: '5px 0', height: 16 },
  '& input': { textOverflow: 'ellipsis' },
  '&.mono > input, &.mono > textarea': {
    fontFamily: '"Geist Mono Variable", ui-monospace, monospace',
    fontSize: 11,
  },
  // Words that stand in for an address are words.
  '&.mono > input::placeholder, &.mono > textarea::placeholder': {
    fontFamily: 'var(--iso-sans)',
    fontSize: 12,
  },
};
export const QuietInput = styled(Input)(quiet);
export const QuietText = styled(TextArea)(quiet);

/** A choice that looks like its value, with the sign that there is something to choose. */
export const QuietSelect = styled(Select<string>)({
  width: beyond,
  minHeight: 26,
  backgroundColor: 'transparent',
  '& .MuiOutlinedInput-notchedOutline': { border: 0 },
  // Twice: the theme's own padding is important, too.
  '& .MuiSelect-select.MuiSelect-select': {
    minHeight: 16,
    padding: '5px 24px 5px 6px !important',
    fontSize: 12,
    lineHeight: '16px',
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  },
  '& .MuiSelect-icon': { right: 6, color: paint('t3') },
  '&:hover': { boxShadow: `inset 0 0 0 1px ${paint('line3')}` },
  '&:hover .MuiSelect-icon, &.Mui-focused .MuiSelect-icon': { color: paint('t2') },
  '&.Mui-focused': focused,
});

export const Absent = styled('span')({ color: paint('t3') });

/** As wide as the tile of a resource: words beside it begin where names do. */
export const Sign = styled('span')({ flex: 'none', display: 'flex', justifyContent: 'center', width: 18 });

/** Why something cannot be chosen, beside its name. */
export const Reason = styled('span')({
  marginLeft: 'auto',
  paddingLeft: 16,
  fontSize: 11.5,
  color: paint('t2'),
});
