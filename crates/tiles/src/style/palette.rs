//! The colours of the map, by theme.

use crate::Theme;

/// One theme's colours, as CSS `#rrggbb`.
#[derive(Debug)]
pub(super) struct Palette {
    /// Around the city.
    pub(super) paper: &'static str,
    /// Districts, in turn: barely apart from each other.
    pub(super) land: [&'static str; 6],
    /// District borders.
    pub(super) border: &'static str,
    /// Lakes and rivers.
    pub(super) water: &'static str,
    /// Their names.
    pub(super) water_ink: &'static str,
    /// Names that lead.
    pub(super) ink: &'static str,
    /// Names that follow, and the strokes of discs.
    pub(super) quiet: &'static str,
    /// Discs of clusters, and the halo of text.
    pub(super) disc: &'static str,
    /// What is chosen or pointed at.
    pub(super) accent: &'static str,
}

const LIGHT: Palette = Palette {
    paper: "#FAF8F4",
    land: ["#F4F0E7", "#EFF0E4", "#F5EDE4", "#EEEFEA", "#F3F1E0", "#F2EDEB"],
    border: "#B3A68F",
    water: "#CFE3E6",
    water_ink: "#2B5F6B",
    ink: "#1B2A2F",
    quiet: "#51626A",
    disc: "#FAF8F4",
    accent: "#0B6E6E",
};

const DARK: Palette = Palette {
    paper: "#10171A",
    land: ["#1A2428", "#1B2726", "#1E2427", "#18232B", "#1F2523", "#1E2229"],
    border: "#5A6A70",
    water: "#16343D",
    water_ink: "#9CCDD6",
    ink: "#F0EBE1",
    quiet: "#AFBCC0",
    disc: "#222E33",
    accent: "#5FC9C3",
};

impl Palette {
    pub(super) fn of(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Palette;
    use crate::Theme;

    /// Relative luminance (WCAG 2.2).
    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_stands_out_from_its_ground_four_and_a_half_to_one() {
        for &theme in Theme::ALL {
            let colours = Palette::of(theme);
            let mut grounds = vec![colours.paper, colours.disc, colours.water];
            grounds.extend(colours.land);
            for text in [colours.ink, colours.quiet] {
                for ground in &grounds {
                    let ratio = contrast(text, ground);
                    assert!(ratio >= 4.5, "{theme}: {text} on {ground} is {ratio:.2}");
                }
            }
            let ratio = contrast(colours.water_ink, colours.water);
            assert!(ratio >= 4.5, "{theme}: names of waters are {ratio:.2}");
        }
    }

    #[test]
    fn strokes_of_discs_and_what_is_chosen_stand_out_three_to_one() {
        for &theme in Theme::ALL {
            let colours = Palette::of(theme);
            for ground in colours.land {
                for mark in [colours.quiet, colours.accent] {
                    let ratio = contrast(mark, ground);
                    assert!(ratio >= 3.0, "{theme}: {mark} on {ground} is {ratio:.2}");
                }
            }
        }
    }
}
