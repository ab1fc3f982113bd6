import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/geist-mono/wght.css';
import './app/palette.css';
import './app/page.css';
import './app/media.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, startApplication, startScheme } from '#app';

startScheme();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
createRoot(root).render(
  <StrictMode>
    <App application={startApplication()} />
  </StrictMode>,
);
