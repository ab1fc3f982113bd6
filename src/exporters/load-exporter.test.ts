import { expect, it } from 'vitest';
import { exporterIds, loadExporter } from './load-exporter.ts';

it.each(exporterIds)('loads the exporter %s under its own id', async (id) => {
  expect((await loadExporter(id)).id).toBe(id);
});
