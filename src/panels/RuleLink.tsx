import { ruleSummaryOf } from '#rules';
import { Button, paint, useAppState, useAppStore } from '#ui';

/** Opens the page of a rule; bears its title. */
export function RuleLink({ rule }: { rule: string }) {
  const store = useAppStore();
  const custom = useAppState((state) => state.customRules);
  return (
    <Button
      size="small"
      variant="text"
      aria-haspopup="dialog"
      style={{
        whiteSpace: 'normal',
        textAlign: 'left',
        height: 'auto',
        minHeight: 24,
        marginLeft: -8,
        color: paint('you'),
        textDecoration: 'underline',
      }}
      onClick={() => store.getState().setView({ dialog: 'rule', rule })}
    >
      Read the rule “{ruleSummaryOf(rule, custom)?.title ?? rule}”
    </Button>
  );
}
