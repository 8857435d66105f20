/** What the build makes of a picture file (build/pictures.ts). */
declare module '*.svg?shapes' {
  import type { Picture } from '#picture/shape.ts';

  const picture: Picture;
  export default picture;
}
