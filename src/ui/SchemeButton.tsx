import { useColorScheme } from '@mui/material/styles';
import { toggleScheme } from '#commands';
import { CommandButton } from './CommandButton.tsx';

/** Shows the scheme that a click leads to. */
export function SchemeButton() {
  const { mode, systemMode } = useColorScheme();
  const isDark = (mode === 'system' ? systemMode : mode) === 'dark';
  return (
    <CommandButton
      command={toggleScheme}
      icon={isDark ? 'sun' : 'moon'}
      title={isDark ? 'Switch to light' : 'Switch to dark'}
    />
  );
}
