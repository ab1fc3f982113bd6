import { paint, styled } from '#ui';

/** A heading of the start screen with a quiet remark. */
export const Heading = styled('h2')({
  margin: '32px 0 12px',
  fontSize: 15,
  lineHeight: '20px',
  fontWeight: 650,
  '& span': { marginLeft: 10, fontSize: 12.5, fontWeight: 400, color: paint('t2') },
});
