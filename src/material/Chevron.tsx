import { Icon } from '#ui';

/** The sign of a choice, drawn as all other icons are; its class puts it in its place. */
export const Chevron = ({ className }: { className?: string }) => (
  <span className={className}>
    <Icon icon="chevron-down" size={16} />
  </span>
);
