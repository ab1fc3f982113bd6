import GlobalStyles from '@mui/material/GlobalStyles';
import { ThemeProvider, useColorScheme } from '@mui/material/styles';
import { type ReactNode, useEffect } from 'react';
import { globalStyles } from './global-styles.ts';
import { onToggleScheme, schemeKey } from './scheme.ts';
import { theme } from './theme.ts';

/** Changes over when the command asks for it; MUI keeps the choice. */
function SchemeToggle() {
  const { mode, systemMode, setMode } = useColorScheme();
  useEffect(
    () =>
      onToggleScheme(() => {
        const current = mode === 'system' ? systemMode : mode;
        setMode(current === 'dark' ? 'light' : 'dark');
      }),
    [mode, systemMode, setMode],
  );
  return null;
}

/** The visual language around everything. */
export const AppTheme = ({ children }: { children: ReactNode }) => (
  <ThemeProvider theme={theme} modeStorageKey={schemeKey} defaultMode="system">
    <GlobalStyles styles={globalStyles} />
    <SchemeToggle />
    {children}
  </ThemeProvider>
);
