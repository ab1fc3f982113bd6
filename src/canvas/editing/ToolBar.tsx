import { memo } from 'react';
import { alignments, handTool, selectTool, startNote } from '#commands';
import { CommandButton, useAppState } from '#ui';

/** What a drag does, and what can be done with several things that are selected. */
export const ToolBar = memo(function ToolBar() {
  const isHand = useAppState((state) => state.isHand);
  const count = useAppState((state) => state.selected.length);
  return (
    <div className="canvas-card canvas-tools" role="toolbar" aria-label="Tools">
      <span data-is-on={!isHand}>
        <CommandButton command={selectTool} icon="cursor" />
      </span>
      <span data-is-on={isHand}>
        <CommandButton command={handTool} icon="hand" />
      </span>
      <CommandButton command={startNote} icon="note" />
      {count > 1 ? (
        <>
          <span className="count">{count} selected</span>
          {alignments.map((command) => (
            <CommandButton key={command.id} command={command} icon={command.id} />
          ))}
        </>
      ) : null}
    </div>
  );
});
