import type { ResourceId } from '#model';
import { useAppStore, useCommandContext } from '#ui';

/** Shows another resource from within the inspector, where the focus stays. */
export function useGoTo(): (id: ResourceId) => void {
  const store = useAppStore();
  const { browser } = useCommandContext();
  return (id) => {
    store.getState().jumpTo(id);
    browser.focus('inspector');
  };
}
