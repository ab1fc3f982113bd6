import { toggleScheme } from '#commands';
import { CommandButton } from './CommandButton.tsx';
import { useScheme } from './scheme.ts';

/** Shows the scheme that a click leads to. */
export function SchemeButton() {
  const isDark = useScheme() === 'dark';
  return (
    <CommandButton
      command={toggleScheme}
      icon={isDark ? 'sun' : 'moon'}
      title={isDark ? 'Switch to light' : 'Switch to dark'}
    />
  );
}
