/** The pieces of screen, found by role and name as a person finds them. */
import { cleanup, render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render as show } from 'vitest-browser-svelte';

import type { Picture as PictureData } from '#picture/shape.ts';
import AdultPage from '#ui/AdultPage.svelte';
import BigButton from '#ui/BigButton.svelte';
import Choice from '#ui/Choice.svelte';
import Crayon from '#ui/Crayon.svelte';
import HoldToConfirm from '#ui/HoldToConfirm.svelte';
import { panel } from '#ui/panel.ts';
import Picture from '#ui/Picture.svelte';
import TapOrHold from '#ui/TapOrHold.svelte';
import Tool from '#ui/Tool.svelte';
import WidthChoice from '#ui/WidthChoice.svelte';
import { heldByAdult } from './hands.ts';

afterEach(cleanup);

const picture: PictureData = {
  width: 32,
  height: 32,
  shapes: [
    { kind: 'path', d: 'M1 1h30v30h-30z', fill: '#112233' },
    { kind: 'path', d: 'M2 2L9 9', stroke: '#445566', width: 3, round: true, evenOdd: true },
  ],
};

function pressed(): ReturnType<typeof vi.fn<() => void>> {
  return vi.fn<() => void>();
}

describe('what is held', () => {
  test.each([
    ['HoldToConfirm', HoldToConfirm],
    ['TapOrHold', TapOrHold],
  ])(
    '[L9] the finger that held %s presses nothing as it is lifted, the next one does',
    (_name, Held) => {
      const [onheld, beneath] = [pressed(), pressed()];
      render(Held, { picture, label: 'Adults', onheld, onpress: pressed() });
      render(Tool, { picture, label: 'Beneath', onpress: beneath });
      const under = screen.getByRole('button', { name: 'Beneath' });
      const point = (type: string): boolean =>
        under.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1 }));

      heldByAdult(screen.getByRole('button', { name: 'Adults' }));
      expect(onheld).toHaveBeenCalledOnce();
      point('pointerup');
      under.click();
      expect(beneath).not.toHaveBeenCalled();

      point('pointerdown');
      point('pointerup');
      under.click();
      expect(beneath).toHaveBeenCalledOnce();
    },
  );
});

describe('Tool', () => {
  test('[S5] a tool is a button with a name, pressed once a click', async () => {
    const onpress = pressed();
    render(Tool, { picture, label: 'Draw', onpress });
    const tool = screen.getByRole('button', { name: 'Draw' });
    expect(tool).toHaveAttribute('title', 'Draw');
    await userEvent.click(tool);
    expect(onpress).toHaveBeenCalledOnce();
  });

  test.each([
    [true, 'true'],
    [false, 'false'],
  ])('[S5] a tool that can be in the hand says whether it is (%s)', (chosen, said) => {
    render(Tool, { picture, label: 'Draw', onpress: pressed(), chosen, expanded: chosen });
    expect(screen.getByRole('button')).toHaveAttribute('aria-pressed', said);
    expect(screen.getByRole('button')).toHaveAttribute('aria-expanded', said);
  });

  test('[S5] a tool that only acts says nothing about being chosen', () => {
    render(Tool, { picture, label: 'Undo', onpress: pressed() });
    const tool = screen.getByRole('button');
    expect(tool).not.toHaveAttribute('aria-pressed');
    expect(tool).not.toHaveAttribute('aria-expanded');
    expect(tool).not.toHaveAttribute('data-bin');
  });

  test('[S5] a tool that is not to be used now cannot be pressed, by finger or key', async () => {
    const onpress = pressed();
    render(Tool, { picture, label: 'Undo', onpress, disabled: true });
    const tool = screen.getByRole('button', { name: 'Undo' });
    expect(tool).toBeDisabled();
    await userEvent.click(tool);
    await userEvent.tab();
    await userEvent.keyboard('{Enter} ');
    expect(onpress).not.toHaveBeenCalled();
  });

  test('[M4] things can be dropped on the bin and on nothing else', () => {
    render(Tool, { picture, label: 'Take away', onpress: pressed(), bin: true });
    const tool = screen.getByRole('button');
    expect(tool.querySelector('path')?.closest('[data-bin]')).toBe(tool);
  });

  test('[I3] the crayon in the hand lends the tool its colour', async () => {
    const view = await show(Tool, {
      picture,
      label: 'Draw',
      onpress: pressed(),
      repaint: { from: '#112233', to: '#c4262e' },
    });
    const fills = (): (string | null)[] =>
      [...view.container.querySelectorAll('path')].map((one) => one.getAttribute('fill'));
    expect(fills()).toEqual(['#c4262e', 'none']);
    await view.rerender({ repaint: { from: '#112233', to: '#3f8a37' } });
    expect(fills()).toEqual(['#3f8a37', 'none']);
  });
});

describe('Choice', () => {
  test('[S5] a choice is a button named by its word, pressed by finger and key', async () => {
    const onpress = pressed();
    await show(Choice, { picture, label: 'Map', onpress });
    await page.getByRole('button', { name: 'Map' }).click();
    page.getByRole('button', { name: 'Map' }).element().focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard(' ');
    expect(onpress).toHaveBeenCalledTimes(3);
  });

  test('[S2] a choice that nobody made says nothing about being chosen', async () => {
    const view = await show(Choice, { picture, label: 'Keep it', onpress: pressed() });
    const choice = page.getByRole('button', { name: 'Keep it' });
    await expect.element(choice).not.toHaveAttribute('aria-pressed');
    await view.rerender({ chosen: true });
    await expect.element(choice).toHaveAttribute('aria-pressed', 'true');
    await view.rerender({ chosen: false });
    await expect.element(choice).toHaveAttribute('aria-pressed', 'false');
  });

  test('[S8] a small choice is smaller, and still large enough for a child', () => {
    render(Choice, { picture, label: 'fox', onpress: pressed(), size: 'small', mark: picture });
    render(Choice, { picture, label: 'Map', onpress: pressed() });
    const [small, large] = screen.getAllByRole('button').map((one) => one.getBoundingClientRect());
    expect(Math.min(small?.width ?? 0, small?.height ?? 0)).toBeGreaterThanOrEqual(80);
    expect(large?.width).toBeGreaterThan(small?.width ?? 0);
    expect(screen.getByRole('button', { name: 'fox' }).querySelectorAll('svg')).toHaveLength(2);
  });
});

describe('BigButton', () => {
  test('[S5] a big button is named by its words and pressed once a click', async () => {
    const onpress = pressed();
    render(BigButton, { picture, label: 'Hand over', onpress, main: true });
    await userEvent.click(screen.getByRole('button', { name: 'Hand over' }));
    expect(onpress).toHaveBeenCalledOnce();
  });

  test('[S5] a big button that is not to be used now cannot be pressed', async () => {
    const onpress = pressed();
    render(BigButton, { label: 'Hand over', onpress, disabled: true });
    const button = screen.getByRole('button', { name: 'Hand over' });
    await userEvent.click(button);
    expect(button).toBeDisabled();
    expect(onpress).not.toHaveBeenCalled();
    expect(button.querySelector('svg')).toBeNull();
  });

  test('[S8] a big button is at least 80 px high', () => {
    render(BigButton, { label: 'Hand over', onpress: pressed() });
    expect(screen.getByRole('button').getBoundingClientRect().height).toBeGreaterThanOrEqual(80);
  });
});

describe('Crayon and width', () => {
  test('[I3] a crayon has its colour, its name, and says whether it is the one in the hand', async () => {
    const onpress = pressed();
    const view = await show(Crayon, { colour: '#c4262e', label: 'red', chosen: false, onpress });
    const crayon = page.getByRole('button', { name: 'red' });
    await expect.element(crayon).toHaveAttribute('aria-pressed', 'false');
    await crayon.click();
    expect(onpress).toHaveBeenCalledOnce();
    await view.rerender({ chosen: true });
    await expect.element(crayon).toHaveAttribute('aria-pressed', 'true');
    expect(crayon.element().querySelectorAll('[fill="#c4262e"]').length).toBeGreaterThan(0);
  });

  test('[I3] a width is shown as a dot of its size and colour', async () => {
    const onpress = pressed();
    render(WidthChoice, { sizePx: 30, colour: '#3f8a37', label: 'thick', chosen: true, onpress });
    const width = screen.getByRole('button', { name: 'thick' });
    expect(width).toHaveAttribute('aria-pressed', 'true');
    expect(width.querySelector('circle')).toHaveAttribute('r', '15');
    expect(width.querySelector('circle')).toHaveAttribute('fill', '#3f8a37');
    await userEvent.click(width);
    expect(onpress).toHaveBeenCalledOnce();
  });
});

describe('Picture', () => {
  test('[S5] a picture shows every shape and says nothing to screen readers', () => {
    const { container } = render(Picture, { picture });
    const svg = container.querySelector('svg');
    expect(svg).toHaveAttribute('aria-hidden', 'true');
    expect(svg).toHaveAttribute('viewBox', '0 0 32 32');
    const [first, second] = container.querySelectorAll('path');
    expect(first).toHaveAttribute('fill', '#112233');
    expect(first).toHaveAttribute('stroke', 'none');
    expect(second).toHaveAttribute('fill', 'none');
    expect(second).toHaveAttribute('stroke', '#445566');
    expect(second).toHaveAttribute('stroke-width', '3');
    expect(second).toHaveAttribute('stroke-linecap', 'round');
    expect(second).toHaveAttribute('fill-rule', 'evenodd');
  });
});

describe('panel', () => {
  type Opened = Readonly<{
    opener: HTMLButtonElement;
    inside: HTMLButtonElement;
    elsewhere: HTMLButtonElement;
    onclose: ReturnType<typeof vi.fn<() => void>>;
    /** Take the panel away, as a screen does. */
    remove: () => void;
  }>;

  /** A panel with a button in it, which a button outside opened; and another button. */
  function opened(): Opened {
    const [opener, elsewhere, inside] = [aButton(), aButton(), aButton()];
    const element = document.createElement('div');
    element.append(inside);
    document.body.append(opener, elsewhere);
    opener.focus();
    document.body.append(element);
    const onclose = vi.fn<() => void>();
    const detach = panel(onclose)(element);
    onTestFinished(() => {
      for (const one of [opener, elsewhere, element]) one.remove();
    });
    const remove = (): void => {
      element.remove();
      detach?.();
    };
    return { opener, inside, elsewhere, onclose, remove };
  }

  function aButton(): HTMLButtonElement {
    return document.createElement('button');
  }

  test('[M23] Escape in it closes it, once, and no other key does', async () => {
    const { inside, elsewhere, onclose } = opened();
    elsewhere.focus();
    await userEvent.keyboard('{Escape}');
    expect(onclose).not.toHaveBeenCalled();
    inside.focus();
    await userEvent.keyboard('{Enter}a{ArrowLeft}');
    expect(onclose).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(onclose).toHaveBeenCalledOnce();
  });

  test('[M23] gone, it leaves the keys where they were before it came', () => {
    const { opener, inside, remove } = opened();
    inside.focus();
    remove();
    expect(opener).toHaveFocus();
  });

  test('[M23] gone, it takes the keys from nothing they went to meanwhile', () => {
    const { elsewhere, remove } = opened();
    elsewhere.focus();
    remove();
    expect(elsewhere).toHaveFocus();
  });

  test('[M23] gone, it hears no key any more', async () => {
    const { inside, onclose, remove } = opened();
    const panelItself = inside.parentElement ?? inside;
    remove();
    document.body.append(panelItself);
    inside.focus();
    await userEvent.keyboard('{Escape}');
    expect(onclose).not.toHaveBeenCalled();
  });
});

describe('AdultPage', () => {
  test('[S5] a page for adults has a title, a way back and its content in the main part', async () => {
    const onpress = pressed();
    render(AdultPage, {
      title: 'Hand over',
      back: { picture, label: 'Home', onpress },
      band: picture,
      children: createRawSnippet(() => ({ render: () => '<p>one file for each session</p>' })),
    });
    expect(screen.getByRole('heading', { level: 1, name: 'Hand over' })).toBeVisible();
    expect(screen.getByRole('main')).toHaveTextContent('one file for each session');
    const home = screen.getByRole('button', { name: 'Home' });
    expect(home.getBoundingClientRect().width).toBeGreaterThanOrEqual(80);
    await userEvent.click(home);
    expect(onpress).toHaveBeenCalledOnce();
  });
});
