import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { edits } from '#model';
import { Input, Pressable, paint, styled, useAppState, useAppStore, useCommandContext } from '#ui';
import { DesignMenu } from './DesignMenu.tsx';

const Name = styled(Pressable)({
  height: 28,
  minWidth: 24,
  flex: 'none',
  padding: '0 6px',
  borderRadius: 7,
  fontFamily: 'inherit',
  fontSize: 13,
  fontWeight: 600,
  '& > span': {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    maxWidth: 'min(420px, 31vw)',
  },
  // Inside, where it is clear of its neighbours.
  '&:focus-visible': { outlineOffset: -2 },
  '&:hover': { backgroundColor: paint('hover') },
  '@media (max-width: 1099px)': { flexShrink: 1 },
});
const Field = styled(Input)({
  height: 28,
  width: 220,
  padding: '0 6px',
  borderRadius: 7,
  fontSize: 13,
  fontWeight: 600,
  boxShadow: `0 0 0 2px ${paint('you')}`,
});

function NameField({
  name,
  isPressed,
  onDone,
}: {
  name: string;
  /** The name itself was pressed: what is typed next is its new one. */
  isPressed: boolean;
  onDone: () => void;
}) {
  const store = useAppStore();
  const { browser } = useCommandContext();
  const [draft, setDraft] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (!isPressed) return;
    field.current?.focus();
    field.current?.select();
  }, [isPressed]);
  // Not at once: a dialog that is just closing gives the focus back first.
  useEffect(() => {
    if (!isPressed) browser.focus('design-name');
  }, [browser, isPressed]);
  const commit = () => {
    const wanted = draft.trim();
    if (wanted !== '' && wanted !== name)
      store.getState().edit('rename the design', (design) => edits.renameDesign(design, wanted));
    onDone();
  };
  return (
    <Field
      value={draft}
      ref={field}
      aria-label="Name of the design"
      data-focus="design-name"
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') onDone();
        // The name itself takes the field's place, and its focus.
        if (event.key === 'Enter' || event.key === 'Escape') browser.focus('design-name');
      }}
    />
  );
}

/** The design's name; a click turns it into a field. */
export function DesignName() {
  const store = useAppStore();
  const name = useAppState((state) => state.design.name);
  const isNaming = useAppState((state) => state.isNamingDesign);
  const [isPressed, setPressed] = useState(false);
  const open = (isNamingDesign: boolean) => {
    setPressed(isNamingDesign);
    store.getState().setView({ isNamingDesign });
  };

  return (
    <>
      {isNaming ? (
        <NameField name={name} isPressed={isPressed} onDone={() => open(false)} />
      ) : (
        <Name
          data-focus="design-name"
          onClick={() => open(true)}
          title="Rename"
          aria-label={`${name}, rename the design`}
        >
          <span>{name}</span>
        </Name>
      )}
      <DesignMenu />
    </>
  );
}
