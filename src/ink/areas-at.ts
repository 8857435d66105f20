/** In which soft regions a place lies: where a child is safe, and where it is not. */
import { AREAS, type Area } from '#domain/crayon.ts';
import { distance, toSegment, type Point } from '#domain/page.ts';
import type { Page } from '#domain/work.ts';
import { placeOf } from '#ink/sample.ts';
import { partsOf, widthOf } from '#ink/stroke.ts';

/** The kinds of region that were painted over the place, whatever lay there then. */
export function areasAt({ strokes }: Pick<Page, 'strokes'>, at: Point): Area[] {
  return AREAS.filter((area) =>
    strokes.some(
      ({ line }) =>
        line.tool === area &&
        partsOf(line).some((samples) => {
          const way = samples.map(placeOf);
          return way.some((here, index) => {
            const next = way[index + 1];
            const away = next ? toSegment(at, [here, next]) : distance(at, here);
            return away <= widthOf(line) / 2;
          });
        }),
    ),
  );
}
