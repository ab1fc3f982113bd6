import { useRef } from 'react';
import { open, removeRules } from '#commands';
import { Button, paint, styled, useAppState, useCommandContext } from '#ui';

const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 12,
  fontSize: 12,
  fontWeight: 500,
});
const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 4 });
const Item = styled('li')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 8,
  fontSize: 12,
  '& span': { minWidth: 0, overflowWrap: 'anywhere' },
  '& small': { fontSize: 'inherit', color: paint('t2') },
});

/** The rules of an organisation that the design is judged by, each set with a button that lets go of it. */
export function CustomRulesList() {
  const context = useCommandContext();
  const sets = useAppState((state) => state.customRules);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Head>
        Rules of your organisation
        <Button ref={opener} size="small" onClick={() => void open.run(context)}>
          Open a file of rules
        </Button>
      </Head>
      {sets.length === 0 ? null : (
        <List aria-label="Rules of your organisation">
          {sets.map(({ name, rules }) => (
            <Item key={name}>
              <span>
                {name}{' '}
                <small>
                  {rules.length} {rules.length === 1 ? 'rule' : 'rules'}
                </small>
              </span>
              <Button
                size="small"
                aria-label={`Remove the rules of ${name}`}
                onClick={() => {
                  removeRules(context, name);
                  // The button goes with what it removed; whoever pressed a key goes on beside it.
                  opener.current?.focus();
                }}
              >
                Remove
              </Button>
            </Item>
          ))}
        </List>
      )}
    </>
  );
}
