import type { NoteTone } from '#model';

/** What people call the tones: by what a note is about, as everywhere on the drawing. */
export const toneTitles: Readonly<Record<NoteTone, string>> = {
  neutral: 'Neutral',
  network: 'Network',
  security: 'Security',
  dns: 'DNS',
  'on-premises': 'People and sites',
};
