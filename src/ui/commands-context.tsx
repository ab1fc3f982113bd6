import { createContext, type ReactNode, useCallback, useContext } from 'react';
import type { Command, CommandContext } from '#commands';
import { useAppState } from './store-context.tsx';

const Context = createContext<CommandContext | undefined>(undefined);

/** Gives commands what they run with to everything inside. */
export const CommandProvider = ({ context, children }: { context: CommandContext; children: ReactNode }) => (
  <Context value={context}>{children}</Context>
);

/** What commands run with: the store and the browser. Throws outside the provider. */
export const useCommandContext = (): CommandContext => {
  const context = useContext(Context);
  if (!context) throw new Error('No CommandProvider around this component');
  return context;
};

/** A command ready to run, and whether it can run now. */
export const useCommand = (command: Command): { readonly run: () => void; readonly isEnabled: boolean } => {
  const context = useCommandContext();
  const isEnabled = useAppState((state) => command.isEnabled?.(state) ?? true);
  const run = useCallback(() => void command.run(context), [command, context]);
  return { run, isEnabled };
};
