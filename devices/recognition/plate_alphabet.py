"""The characters that the plate recogniser tells apart, in the order of its classes after the blank."""

from __future__ import annotations

LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
# China's provinces, and what ends plates of learners, police, trailers, Hong Kong, Macau, consulates.
CHINESE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼学警挂港澳领试超使"
ALPHABET = LATIN + CHINESE
BLANK = 0
