import { memo } from 'react';
import { handTool, selectTool, startNote } from '#commands';
import { CommandButton, useAppState } from '#ui';

/** What a drag does, and notes. */
export const ToolBar = memo(function ToolBar() {
  const isHand = useAppState((state) => state.isHand);
  return (
    <div className="canvas-tools" role="toolbar" aria-label="Tools" aria-orientation="vertical">
      <span data-is-on={!isHand}>
        <CommandButton command={selectTool} icon="cursor" placement="beside" />
      </span>
      <span data-is-on={isHand}>
        <CommandButton command={handTool} icon="hand" placement="beside" />
      </span>
      <CommandButton command={startNote} icon="note" placement="beside" />
    </div>
  );
});
