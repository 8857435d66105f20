/** The picture that stands for each activity. */
import circles from '#ui/icons/circles.svg?shapes';
import days from '#ui/icons/days.svg?shapes';
import drawing from '#ui/icons/drawing.svg?shapes';
import map from '#ui/icons/map.svg?shapes';

export const ACTIVITY_PICTURES = { drawing, map, circles, 'two-panels': days } as const;
