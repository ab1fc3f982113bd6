import { describe, expect, it } from 'vitest';
import { exportFormatIds, formatFacts, formatGroups } from './formats.ts';
import { exporterFor, exporterIds, loadExporter } from './load-exporter.ts';

describe('the list of formats', () => {
  it.each(exporterIds)('loads the exporter %s under its own id', async (id) => {
    expect((await loadExporter(id)).id).toBe(id);
  });

  it.each(exportFormatIds)('knows what writes %s', async (id) => {
    expect((await exporterFor(id)).id).toBe(formatFacts(id).madeFrom ?? id);
  });

  it('gives each format a group and a file name of its own', () => {
    const extensions = exportFormatIds.map((id) => formatFacts(id).extension);
    expect(new Set(extensions).size).toBe(extensions.length);
    for (const id of exportFormatIds) expect(formatGroups).toContain(formatFacts(id).group);
  });
});
