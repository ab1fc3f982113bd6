import type { Exporter } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import { notesOmitted } from '../notes-omitted.ts';
import { mermaidText } from './mermaid-text.ts';

/** The design as a flowchart in text, for wikis and pull requests. */
export const mermaidExporter: Exporter = {
  id: 'mermaid',
  export: (input) => {
    const { text, omissions } = mermaidText(input);
    return {
      files: [fileOf('mermaid', input, `${text}\n`)],
      omissions: [
        { what: 'places and sizes', because: 'Mermaid arranges everything itself.' },
        ...omissions,
        ...notesOmitted(input),
      ],
    };
  },
};
