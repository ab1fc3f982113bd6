import { ThemeProvider } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { theme } from './theme.ts';

/** The scheme is that of the page, which is neither set nor kept here. */
const followsPage = { storageManager: null, colorSchemeNode: null };

/** Gives the controls inside their look. */
export const Material = ({ children }: { children: ReactNode }) => (
  <ThemeProvider theme={theme} {...followsPage}>
    {children}
  </ThemeProvider>
);
