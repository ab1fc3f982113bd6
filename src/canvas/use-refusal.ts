import { useMemo } from 'react';
import { useAppStore } from '#ui';

const title = 'It cannot lie there';

/** Tells the person why a drop was refused; that stays until it is closed or the next drop succeeds. */
export function useRefusal() {
  const app = useAppStore();
  return useMemo(
    () => ({
      refuse: (reason: string) =>
        app.getState().setView({ notice: { tone: 'warning', title, text: reason } }),
      settle: () => {
        const { notice, setView } = app.getState();
        if (notice?.title === title) setView({ notice: undefined });
      },
    }),
    [app],
  );
}
