import type { Font } from './text-width.ts';

/** The type styles that texts of a drawing are measured with. */
export const fonts = {
  containerName: { size: 12, weight: 600 },
  subnetName: { size: 11.5, weight: 600 },
  resourceName: { size: 12, weight: 600 },
  fact: { size: 10.5, weight: 400 },
  address: { size: 11, weight: 500, family: 'mono', tracking: -0.02 },
  smallAddress: { size: 10.5, weight: 500, family: 'mono', tracking: -0.02 },
  badge: { size: 10.5, weight: 550 },
  label: { size: 11, weight: 500 },
  note: { size: 11.5, weight: 400 },
} as const satisfies Readonly<Record<string, Font>>;
