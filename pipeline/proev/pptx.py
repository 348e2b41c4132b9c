"""The parts a PowerPoint may have."""

import re

DELE = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:app|core|custom)\.xml|docMetadata/LabelInfo\.xml"
    r"|ppt/(?:presentation|presProps|viewProps|tableStyles)\.xml|ppt/_rels/presentation\.xml\.rels"
    r"|ppt/(slides/slide|slideLayouts/slideLayout|slideMasters/slideMaster|notesSlides/notesSlide"
    r"|notesMasters/notesMaster|theme/theme|charts/(?:chart|style|colors))\d{1,3}\.xml"
    r"|ppt/(slides/_rels/slide|slideLayouts/_rels/slideLayout|slideMasters/_rels/slideMaster"
    r"|notesSlides/_rels/notesSlide|notesMasters/_rels/notesMaster|charts/_rels/chart)\d{1,3}\.xml\.rels"
    r"|ppt/media/[a-z]+\d{1,3}\.(?:png|jpe?g)"
    r"|ppt/embeddings/Microsoft_Excel_Sheet\d{1,2}\.xlsx"
)
