import type { Exporter } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import { writeDesign } from '../json/write-design.ts';
import { sanitise } from './sanitise.ts';

/** The design for strangers, and the key that gives it back, which stays with its owner. */
export const sanitisedExporter: Exporter = {
  id: 'sanitised',
  export: (input) => {
    const { design, replaced } = sanitise(input.design, input.today);
    const named = { ...input, design };
    return {
      files: [
        fileOf('sanitised', named, writeDesign(design)),
        fileOf('sanitised', named, `${JSON.stringify({ isoplanKey: 1, replaced }, undefined, 2)}\n`, 'KEY'),
      ],
      omissions: [
        {
          what: 'names, addresses, ids, regions, tags, notes, reasons and owners',
          because: 'They are replaced. Send only the first file, and keep the second: it gives them back.',
        },
        {
          what: 'new names for what Azure knows by its name',
          because: 'Fixed subnets, private DNS zones, service tags and sizes stay: the rules judge by them.',
        },
      ],
    };
  },
};
