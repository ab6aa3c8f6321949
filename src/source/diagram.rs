//! Languages of diagrams that writers know from elsewhere and that nothing here draws.

/// Names of fences, sorted.
const UNDRAWN: &[&str] = &[
    "asciimath",
    "blockdiag",
    "d2",
    "ditaa",
    "dot",
    "drawio",
    "echarts",
    "excalidraw",
    "flow",
    "flowchart",
    "geogebra",
    "graphviz",
    "infographic",
    "kroki",
    "markmap",
    "mindmap",
    "nomnoml",
    "pikchr",
    "plantuml",
    "puml",
    "sequence",
    "structurizr",
    "vega",
    "vega-lite",
    "wavedrom",
];

/// Whether a fence of that language holds a diagram that is not drawn.
pub fn is_undrawn(language: &str) -> bool {
    UNDRAWN.iter().any(|name| name.eq_ignore_ascii_case(language))
}
