import { useStore } from '@xyflow/react';
import { memo } from 'react';
import { type Command, inSentence, showWhole, zoomIn, zoomOut, zoomToActual } from '#commands';
import { CommandTooltip, Icon, useCommand } from '#ui';

function ZoomButton({ command, icon }: { command: Command; icon: string }) {
  const { run } = useCommand(command);
  return (
    <CommandTooltip command={command} placement="beside">
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
    <CommandTooltip command={zoomToActual} placement="beside">
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

/** How large the drawing is seen. */
export const Zoom = memo(function Zoom() {
  return (
    <fieldset className="canvas-zoom" aria-label="Zoom">
      <ZoomButton command={zoomIn} icon="plus" />
      <Percent />
      <ZoomButton command={zoomOut} icon="minus" />
      <ZoomButton command={showWhole} icon="fit" />
    </fieldset>
  );
});
