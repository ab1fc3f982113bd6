/**
 * The controls of Material UI that the page has none of its own for, in its visual language. They are fetched with the
 * parts of the screen that use them, which stand inside `Material`.
 * May not: be used by what is on the first screens.
 */
export { default as LinearProgress } from '@mui/material/LinearProgress';
export { default as Popover } from '@mui/material/Popover';
export { default as Select } from '@mui/material/Select';
export { default as Switch } from '@mui/material/Switch';
export { Choice } from './Choice.tsx';
export { Material } from './Material.tsx';
