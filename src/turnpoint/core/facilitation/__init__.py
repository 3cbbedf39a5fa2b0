"""What a facilitated process is made of that no database needs: sessions, questions, attainment."""
