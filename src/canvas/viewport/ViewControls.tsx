import { useStore } from '@xyflow/react';
import { memo } from 'react';
import { type Command, inSentence, showWhole, zoomIn, zoomOut, zoomToActual } from '#commands';
import { CommandTooltip, Icon, useCommand } from '#ui';
import { Minimap } from '../editing/cards.ts';

function ZoomButton({ command, icon }: { command: Command; icon: string }) {
  const { run } = useCommand(command);
  return (
    <CommandTooltip command={command}>
      <button type="button" aria-label={command.title} onClick={run}>
        <Icon icon={icon} size={16} />
      </button>
    </CommandTooltip>
  );
}

function Percent() {
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const { run } = useCommand(zoomToActual);
  return (
    <CommandTooltip command={zoomToActual}>
      <button
        type="button"
        className="canvas-percent"
        aria-label={`${percent} %, ${inSentence(zoomToActual.title)}`}
        onClick={run}
      >
        {percent} %
      </button>
    </CommandTooltip>
  );
}

/** Overview and zoom as one floating card; the overview also while the pointer or the focus is on the card. */
export const ViewControls = memo(function ViewControls({ hasOverview }: { hasOverview: boolean }) {
  return (
    <div className="canvas-card canvas-view" data-has-overview={hasOverview}>
      <Minimap />
      <fieldset className="canvas-zoom" aria-label="Zoom" data-floats="">
        <ZoomButton command={zoomOut} icon="minus" />
        <Percent />
        <ZoomButton command={zoomIn} icon="plus" />
        <ZoomButton command={showWhole} icon="fit" />
      </fieldset>
    </div>
  );
});
