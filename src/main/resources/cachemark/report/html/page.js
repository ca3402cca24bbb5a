(() => {
  'use strict';
  const root = document.documentElement;
  const form = document.getElementById('filters');
  const shown = document.getElementById('shown');
  const parts = [...document.querySelectorAll('[data-is]')];
  const controls = [...form.querySelectorAll('select')];
  const filters = controls.filter((control) => !['scale', 'theme'].includes(control.name));
  root.classList.add('js');
  form.hidden = false;

  const matches = (part) => {
    const kinds = part.dataset.is.split('|');
    return filters.every((control, i) =>
      !control.value || kinds[i].split(' ').includes(control.value));
  };

  const apply = () => {
    let hidden = 0;
    for (const part of parts) {
      part.hidden = !matches(part);
      hidden += part.hidden ? 1 : 0;
    }
    for (const name of ['scale', 'theme']) {
      const value = form.elements[name].value;
      if (value) root.dataset[name] = value;
      else delete root.dataset[name];
    }
    shown.textContent = hidden ? `${parts.length - hidden} of ${parts.length} parts of the page are shown` : '';
  };

  const read = () => {
    const words = location.hash.slice(1);
    if (words && !words.includes('=')) return;
    const state = new URLSearchParams(words);
    for (const control of controls) {
      const value = state.get(control.name) || '';
      control.value = [...control.options].some((option) => option.value === value) ? value : '';
    }
    apply();
  };

  const write = () => {
    const state = new URLSearchParams();
    for (const control of controls) if (control.value) state.set(control.name, control.value);
    const words = state.toString();
    history.replaceState(null, '', words ? '#' + words : location.pathname + location.search);
    apply();
  };

  form.addEventListener('change', write);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(write));
  window.addEventListener('hashchange', read);
  // A link to a part of the page leaves what was chosen in the address.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.getAttribute('href').slice(1));
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  });
  read();
})();
