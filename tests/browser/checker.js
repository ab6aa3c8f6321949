// The platform's typesetting checker as far as it needs a browser: what changes with the width of the screen.
//
// Rules and tolerances are those of the platform's specification for third-party editors and of its open checker
// (developers.weixin.qq.com/doc/subscription/guide/product/plugin_spec.html; github.com/wechatjs/verify-article-structure-spec),
// written anew. Input: `fragments`, a list of {name, html}. Output: findings as JSON in <pre id="findings">.
(function () {
  'use strict';

  // Editor, PC column, phone: in the checker's order.
  const WIDTHS = [585, 677, 375];
  // Two widths are the same within this many pixels …
  const PIXELS = 10;
  // … or when their shares of the column differ by less than this.
  const SHARE = 0.2;
  const BLOCKS = ['P', 'DIV', 'SECTION', 'LI', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'TABLE'];
  // A chain of single children is looked at from this depth on.
  const DEPTH = 15;

  const findings = [];

  function declared(element, property) {
    for (const declaration of (element.getAttribute('style') || '').split(';')) {
      const at = declaration.indexOf(':');
      if (at > 0 && declaration.slice(0, at).trim().toLowerCase() === property) return declaration.slice(at + 1).trim();
    }
    return null;
  }

  function hasText(element) {
    return element.textContent.replace(/[\s\u200b\ufeff]/g, '').length > 0;
  }

  // Blocks without blocks inside; a quotation counts as one block.
  function leaves(root) {
    const found = [];
    for (const child of root.children) {
      const inner = Array.from(child.children).some((grandchild) => BLOCKS.includes(grandchild.tagName));
      if (inner && child.tagName !== 'BLOCKQUOTE') found.push(...leaves(child));
      else found.push(child);
    }
    return found;
  }

  function isBlankLine(leaf) {
    return !hasText(leaf) && !leaf.querySelector('img, svg, hr, table');
  }

  // Elements whose width is compared between the screens: [element, only its overflow].
  function widthCandidates(root) {
    const candidates = [];
    const seen = new Set();
    for (const leaf of leaves(root).filter((leaf) => !isBlankLine(leaf))) {
      if (!leaf.hasAttribute('data-ignore-width')) candidates.push([leaf, true]);
      for (const element of [leaf, ...leaf.querySelectorAll('*')]) {
        if (seen.has(element) || element.closest('[data-ignore-width]')) continue;
        const tag = element.tagName.toLowerCase();
        const width = declared(element, 'width');
        const fixed = width !== null && width !== '' && !/auto|100%/i.test(width);
        const head = tag === 'th' && element.closest('thead');
        if (tag === 'img' || head || (fixed && tag !== 'svg' && tag !== 'table')) {
          seen.add(element);
          candidates.push([element, false]);
        }
      }
    }
    return candidates;
  }

  function measure(element, column, width) {
    const own = element.getBoundingClientRect();
    const left = own.left - column.left;
    const right = column.right - own.right;
    const centred = Math.abs(left + right) <= 1;
    const pixels = Math.round(own.width);
    return { pixels, share: pixels / width, centred, over: (left < -1 || right < -1) && !centred };
  }

  // What is wrong with the widths of one element on the three screens.
  function compare(screens, onlyOverflow) {
    if (onlyOverflow) return screens.some((screen) => screen.over) ? 'runs out of the column' : null;
    const [first] = screens;
    const differ = (test) => screens.some(test);
    const pixels = differ((screen) => Math.abs(screen.pixels - first.pixels) > PIXELS);
    const tolerance = differ((screen) => screen.share === 1) ? 0 : SHARE;
    const share = differ((screen) => Math.abs(screen.share - first.share) > tolerance);
    const over = differ((screen) => screen.over !== first.over);
    if (screens.every((screen) => screen.centred)) return over ? 'runs out of the column on some screens' : null;
    if (differ((screen) => screen.centred)) return 'centred on some screens only';
    if (over) return 'runs out of the column on some screens';
    return pixels && share ? 'pixels and share both differ' : null;
  }

  function lineHeight(style) {
    return style.lineHeight === 'normal' ? parseFloat(style.fontSize) * 1.2 : parseFloat(style.lineHeight);
  }

  function linesOverlap(element) {
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const line = lineHeight(style);
    const height = element.getBoundingClientRect().height;
    if (height > size * 1.2 && line + 10 < size) return true;
    const direct = Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim());
    if (!direct || !/^(P|DIV|SECTION|H[1-6]|LI|TD|TH|A)$/.test(element.tagName)) return false;
    if (line === 0) return height > 0;
    const lines = Math.round(height / line);
    return lines >= 2 && height / lines < size * 0.95;
  }

  // A child that is taller than a parent with a fixed height, and does not scroll.
  function tallerThanParent(element) {
    const height = declared(element.parentElement, 'height');
    if (height === null || /auto|%/.test(height) || !/\d/.test(height)) return false;
    const around = element.parentElement.getBoundingClientRect().height;
    const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowY);
    return !scrolls && element.offsetHeight > around + (around > 200 ? 20 : 5);
  }

  // Wrappers that say nothing new: single children of a tag and a style that stood above them already.
  function superfluous(root) {
    const special = /iframe|video|audio|img|^hr$|path|^br$|svg|^g$|^a$/i;
    const depth = (element) => (element === root ? 0 : depth(element.parentElement) + 1);
    const out = [];
    for (const deep of Array.from(root.querySelectorAll('*')).filter((element) => depth(element) === DEPTH)) {
      const tags = new Set();
      const styles = new Set();
      let element = deep;
      for (let level = DEPTH - 2; level > 0; level -= 1) {
        const parent = element.parentElement;
        const grandparent = parent && parent.parentElement;
        if (parent === root || !grandparent || grandparent.children.length !== 1) continue;
        const parts = (parent.getAttribute('style') || '').split(';');
        const known = tags.has(parent.tagName) && parts.every((part) => styles.has(part));
        tags.add(parent.tagName);
        parts.forEach((part) => styles.add(part));
        if (known && !special.test(parent.tagName)) {
          out.push(parent);
          break;
        }
        element = parent;
      }
    }
    return out;
  }

  function shown(element) {
    const text = element.textContent.trim().slice(0, 24);
    const style = element.getAttribute('style') || '';
    return `<${element.tagName.toLowerCase()} style="${style.slice(0, 120)}"> ${text}`;
  }

  function check(name, html) {
    const column = document.createElement('div');
    column.className = 'rich_media_content';
    column.innerHTML = html;
    document.body.appendChild(column);
    const report = (rule, element, what) => findings.push({ name, rule, what, element: shown(element) });

    // Pictures are as large as their files, which are not loaded here.
    for (const image of column.querySelectorAll('img')) {
      const width = parseFloat(image.getAttribute('data-w'));
      const ratio = parseFloat(image.getAttribute('data-ratio'));
      if (width > 0) image.setAttribute('width', String(Math.round(width)));
      if (width > 0 && ratio > 0) image.setAttribute('height', String(Math.round(width * ratio)));
    }

    const all = Array.from(column.querySelectorAll('*'));
    for (const element of all) {
      const align = declared(element, 'text-align');
      if (/^(start|end)$/i.test(align || '')) report('text-align', element, align);
      if (/^0(px)?$/.test(declared(element, 'height') || '') && hasText(element)) report('height', element, 'no height');
      if (element.tagName === 'IMG' && parseFloat(declared(element, 'opacity') || '1') === 0) report('opacity', element, 'transparent');
      if (/transparent|rgba\([^)]*,\s*0\)/.test(declared(element, 'caret-color') || '')) report('caret-color', element, 'transparent');
      const begin = element.getAttribute('begin') || '';
      if (begin.includes('touchstart') && !begin.includes('click')) report('animate-begin', element, begin);
      if (element.hasAttribute('data-no-dark')) report('darkmode-whitelist', element, 'data-no-dark');
      if (element.matches('span[leaf]') && element.querySelector(BLOCKS.join(','))) report('span[leaf]', element, 'a block inside');
      if (element.matches('section[nodeleaf]') && (element.children.length !== 1 || hasText(element))) report('section[nodeleaf]', element, 'more than one picture');
    }

    const candidates = widthCandidates(column).map(([element, onlyOverflow]) => ({ element, onlyOverflow, screens: [] }));
    const texts = all.filter((element) => hasText(element) && !element.closest('svg'));
    const overlapping = new Set();
    const overflowing = new Set();
    const cut = new Set();
    for (const width of WIDTHS) {
      column.style.width = `${width}px`;
      const around = column.getBoundingClientRect();
      for (const candidate of candidates) candidate.screens.push(measure(candidate.element, around, width));
      texts.filter(linesOverlap).forEach((element) => overlapping.add(element));
      for (const pre of column.querySelectorAll('pre')) if (pre.scrollWidth > pre.clientWidth + 1) overflowing.add(pre);
      all.filter(tallerThanParent).forEach((element) => cut.add(element));
    }
    overlapping.forEach((element) => report('line-height', element, 'lines overlap'));
    overflowing.forEach((element) => report('pre', element, 'wider than itself'));
    cut.forEach((element) => report('height-nodisplay', element, 'taller than its parent'));
    for (const { element, onlyOverflow, screens } of candidates) {
      const wrong = compare(screens, onlyOverflow);
      if (wrong) report('width', element, `${wrong}: ${screens.map((screen) => screen.pixels).join(', ')} px`);
    }
    superfluous(column).forEach((element) => report('nestNodes', element, 'says nothing new'));
    column.remove();
  }

  for (const { name, html } of window.fragments) check(name, html);
  const out = document.createElement('pre');
  out.id = 'findings';
  out.textContent = JSON.stringify({ checked: window.fragments.length, findings });
  document.body.appendChild(out);
})();
