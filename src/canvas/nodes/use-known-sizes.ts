import { useStoreApi } from '@xyflow/react';
import { useState } from 'react';

const ignore = () => {};

/**
 * Keeps React Flow from measuring nodes, which say how large they are and have no handles: it would look at each of
 * them once it is there, and render all a second time with what they said themselves. Before React Flow's own first
 * rendering, since that takes what it measures with.
 */
export function useKnownSizes(): void {
  const store = useStoreApi();
  useState(() => store.setState({ updateNodeInternals: ignore }));
}
